// Generated files: absent in a fresh clone, where this keeps the type check independent of a build.
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}

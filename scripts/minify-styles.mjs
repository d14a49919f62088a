import {transformSync} from 'esbuild';

/** Style sheets are text to what minifies scripts: takes their comments and spaces out. */
export const minifyStyles = (code) =>
  code.replace(/\bcss`([^`$]*)`/g, (_, styles) => {
    const {code: minified} = transformSync(styles, {loader: 'css', minify: true, target: 'es2022'});
    return `css\`${minified.trim().replaceAll('\\', '\\\\')}\``;
  });

import {executeServerCommand} from '@web/test-runner-commands';

/** What assistive technology is told of one thing on the page. */
export interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly [property: string]: unknown;
}

/** Whether the browser gives its accessibility tree to a test. */
export const givesTree = navigator.userAgent.includes('Chrome/');

/** All that assistive technology is told of the page, and of the frames in it where asked for. */
export const accessibilityTree = (withFrames = false): Promise<readonly Told[]> =>
  executeServerCommand<readonly Told[], {withFrames: boolean}>('accessibility-tree', {withFrames});

/** What the page says by itself: all names and descriptions, but not what was entered in fields. */
export const accessibleWords = async (withFrames = false): Promise<string> =>
  (await accessibilityTree(withFrames))
    .filter(({isEntered}) => !isEntered)
    .flatMap(({name, description}) => [name, description])
    .join('\n');

/** What it is told of one thing, by its role and name. */
export async function toldOf(role: string, name: string): Promise<Told> {
  const all = await accessibilityTree();
  const found = all.find((node) => node.role === role && node.name === name);
  if (found) return found;
  const others = all.map((node) => `${node.role} "${node.name}"`).join(', ');
  throw new Error(`no ${role} "${name}" in: ${others}`);
}

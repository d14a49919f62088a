/** What is in one of these is what somebody entered, not what the page says. */
const FIELDS = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);

/** Gives tests the accessibility tree of their page, as Chromium tells it to assistive technology. */
export const accessibilityTree = () => ({
  name: 'accessibility-tree',
  async executeCommand({command, session, payload}) {
    if (command !== 'accessibility-tree') return undefined;
    if (session.browser.type !== 'puppeteer') throw new Error('Only Chromium gives its tree');
    const client = await session.browser.getPage(session.id).createCDPSession();
    const frameIds = payload?.withFrames ? await framesOf(client) : [undefined];
    const trees = [];
    for (const frameId of frameIds) {
      const {nodes} = await client.send('Accessibility.getFullAXTree', {frameId});
      trees.push(nodes);
    }
    await client.detach();
    return trees.flatMap(told);
  },
});

/** The page itself, and the frames in it. */
async function framesOf(client) {
  const {frameTree} = await client.send('Page.getFrameTree');
  const idsOf = ({frame, childFrames = []}) => [frame.id, ...childFrames.flatMap(idsOf)];
  return idsOf(frameTree);
}

function told(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isEntered = ({parentId}) => {
    const parent = byId.get(parentId);
    return Boolean(parent && (FIELDS.has(parent.role?.value) || isEntered(parent)));
  };
  return nodes
    .filter(({ignored}) => !ignored)
    .map((node) => ({
      role: node.role?.value,
      name: node.name?.value ?? '',
      description: node.description?.value ?? '',
      ...(isEntered(node) && {isEntered: true}),
      ...Object.fromEntries(
        (node.properties ?? []).map((property) => [property.name, property.value.value]),
      ),
    }));
}

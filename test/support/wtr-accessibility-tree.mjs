/** Gives tests the accessibility tree of their page, as Chromium tells it to assistive technology. */
export const accessibilityTree = () => ({
  name: 'accessibility-tree',
  async executeCommand({command, session}) {
    if (command !== 'accessibility-tree') return undefined;
    if (session.browser.type !== 'puppeteer') throw new Error('Only Chromium gives its tree');
    const client = await session.browser.getPage(session.id).createCDPSession();
    const {nodes} = await client.send('Accessibility.getFullAXTree');
    await client.detach();
    return nodes
      .filter(({ignored}) => !ignored)
      .map(({role, name, description, properties = []}) => ({
        role: role?.value,
        name: name?.value ?? '',
        description: description?.value ?? '',
        ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
      }));
  },
});

/** All that the databases of a page hold, as text. */
export async function databasesOf({indexedDB}: Window): Promise<string> {
  const texts: string[] = [];
  for (const {name} of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await settled(indexedDB.open(name));
    texts.push(name, ...(await Promise.all([...database.objectStoreNames].map(textOf))));
    database.close();

    async function textOf(store: string): Promise<string> {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = [settled(objects.getAllKeys()), settled(objects.getAll())];
      return JSON.stringify([store, await keys, await values]);
    }
  }
  return texts.join('\n');
}

/** What the caches of a page hold the answers to, as text. */
export async function cachesOf({caches}: Window): Promise<string> {
  const texts: string[] = [];
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    texts.push(name, ...requests.map(({url}) => url));
  }
  return texts.join('\n');
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('The database gives no answer'));
    });
  });

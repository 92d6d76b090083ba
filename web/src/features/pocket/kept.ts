/** IndexedDB on the phone, one database for each account: what is read offline, what waits, the photos of both. */
import type { Item } from "@/features/pocket/queue";

const COMMON = "yiwang-pocket";

export interface KeptPhoto {
  id: string;
  /** Bytes, not a Blob: not every phone keeps those. */
  bytes: ArrayBuffer;
  name: string;
  /** Its id on the platform once it has arrived there. */
  fileId: string | null;
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The phone's store does not answer."));
  });
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("values");
    request.result.createObjectStore("items", { keyPath: "id", autoIncrement: true });
    request.result.createObjectStore("photos", { keyPath: "id" });
  };
  return asked(request);
}

/** Ends when the transaction is written, not when the request was taken: only then is it kept. */
async function written(base: IDBDatabase, stores: string[], work: (stores: IDBTransaction) => void): Promise<void> {
  const transaction = base.transaction(stores, "readwrite");
  const end = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The phone's store is full."));
  });
  work(transaction);
  await end;
}

export class Kept {
  private constructor(private readonly base: IDBDatabase) {}

  static async common(): Promise<Kept> {
    return new Kept(await opened(COMMON));
  }

  static async of(account: string): Promise<Kept> {
    return new Kept(await opened(`${COMMON}-${account}`));
  }

  async read(key: string): Promise<unknown> {
    return asked<unknown>(this.base.transaction("values").objectStore("values").get(key));
  }

  write(values: Record<string, unknown>): Promise<void> {
    return written(this.base, ["values"], (transaction) => {
      for (const [key, value] of Object.entries(values)) transaction.objectStore("values").put(value, key);
    });
  }

  /** Forgets values whose key begins with one of these and is not among the wanted. */
  async prune(prefixes: readonly string[], wanted: ReadonlySet<string>): Promise<void> {
    const keys = await asked(this.base.transaction("values").objectStore("values").getAllKeys());
    const gone = keys.filter((key) => typeof key === "string" && prefixes.some((prefix) => key.startsWith(prefix)) && !wanted.has(key));
    await written(this.base, ["values"], (transaction) => gone.forEach((key) => transaction.objectStore("values").delete(key)));
  }

  async items(): Promise<Item[]> {
    const rows: unknown = await asked(this.base.transaction("items").objectStore("items").getAll());
    return rows as Item[];
  }

  /** Puts an item last, with its photos, all or nothing. */
  add(item: Omit<Item, "id">, photos: readonly KeptPhoto[]): Promise<void> {
    return written(this.base, ["items", "photos"], (transaction) => {
      for (const photo of photos) transaction.objectStore("photos").put(photo);
      transaction.objectStore("items").add(item);
    });
  }

  update(item: Item): Promise<void> {
    return written(this.base, ["items"], (transaction) => transaction.objectStore("items").put(item));
  }

  remove(item: Item): Promise<void> {
    return written(this.base, ["items", "photos"], (transaction) => {
      transaction.objectStore("items").delete(item.id);
      for (const id of item.photos) transaction.objectStore("photos").delete(id);
    });
  }

  async photo(id: string): Promise<KeptPhoto | undefined> {
    const found: unknown = await asked(this.base.transaction("photos").objectStore("photos").get(id));
    return found as KeptPhoto | undefined;
  }

  keepPhoto(photo: KeptPhoto): Promise<void> {
    return written(this.base, ["photos"], (transaction) => transaction.objectStore("photos").put(photo));
  }
}

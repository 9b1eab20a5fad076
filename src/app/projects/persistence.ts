let isAsked = false;

/**
 * Asks the browser, once a visit, to keep what is stored here when it needs room. Some ask the person, some decide by
 * themselves, some do not know of it (nor does any over plain http).
 */
export async function keepPersistently(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // It stays as it is: kept as long as there is room.
  }
}

const key = 'transfer-lab-project';

/** The project that this tab had open before it was reloaded; null: it is a new tab, or the browser denies storage. */
export function rememberedProject(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberProject(id: string): void {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // The newest project is opened instead.
  }
}

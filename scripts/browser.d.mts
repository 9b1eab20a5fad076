/** The path of an installed browser, or null. */
export function findBrowser(): string | null;

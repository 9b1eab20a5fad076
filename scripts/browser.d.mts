/** The path of an installed browser that really starts, or null. paths: where to look, best first. */
export function findBrowser(paths?: readonly (string | undefined)[]): string | null;

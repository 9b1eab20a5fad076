/** The page's address, and what ends its server. */
export function serveHarness(): Promise<{ url: string; close: () => Promise<void> }>;

/** What a text says as JSON; null where it is none, which whoever asked tells in its own words. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

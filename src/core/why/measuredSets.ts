/** What was measured on the built-in sets with the bundled base, in a sentence; see `bench/transfer.mjs`. */
export const measuredSets: Readonly<Record<string, string>> = {};

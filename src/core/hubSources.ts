/**
 * What a hub base comes over: the hub sends on to Kaggle, which sends on to its storage. The page's policy allows these
 * and no others. Browsers hold the first request to the path, and what it is sent on to by the host alone.
 */
export const hubSources = [
  'https://tfhub.dev/google/imagenet/',
  'https://www.kaggle.com/models/google/',
  'https://storage.googleapis.com/kagglesdsdata/models/',
] as const;

/** Stations that can be left out: pictures (1) and the comparison (4) cannot, because without them there is no lab. */
export const stationParts = [
  'station-base',
  'station-head',
  'station-inside',
  'station-why',
  'station-try',
  'station-mistakes',
  'station-work',
] as const;

/** Parts of the page beside its settings. */
export const partIds = [
  ...stationParts,
  'samples',
  'pictures',
  'presets',
  'reset',
  'training-extras',
  'projects',
  'files',
  'lessons',
  'teaching',
] as const;

export type PartId = (typeof partIds)[number];

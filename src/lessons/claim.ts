import type { FigureName } from './found';
import type { Claim, Measured } from './lesson';
import { measured, measuredSeeds, otherSeeds } from './measured';
import { seedsOfLater } from './measuredLater';

/** A figure of a set-up as it was measured; not a number where it was not yet, which a test finds. */
export function measuredOf(setUp: string, name: FigureName): Measured {
  const [mean, low, high] = measured[setUp]?.[name] ?? [Number.NaN, Number.NaN, Number.NaN];
  return { kind: 'interval', mean, low, high, n: seedsOf(setUp) };
}

/** With how many seeds a set-up was measured. */
export const seedsOf = (setUp: string): number => seedsOfLater[setUp] ?? otherSeeds[setUp] ?? measuredSeeds;

/** A sentence made from measured figures, and which they are. */
export const claimOf = (
  setUp: string,
  figures: readonly FigureName[],
  write: (...found: readonly Measured[]) => string,
): Claim => ({ setUp, figures, text: write(...figures.map((name) => measuredOf(setUp, name))) });

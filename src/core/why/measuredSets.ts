import { t } from '@lingui/core/macro';

/**
 * What was measured on the built-in sets with the bundled base: a head of 32 hidden units, all training pictures, right
 * labels, ten seeds; mean +- 95 % over the seeds. The links `study=cuts` (the last: `study=sizes`) with `seeds=10` and
 * `engine=wasm` give them; `npm run bench:transfer` measures all of it anew.
 */
export const measuredSets: Readonly<Record<string, string>> = {
  'animals-food-vehicles': t`Measured: 82.8 ± 2.6 % with the base, 68.4 ± 2.9 % on bare pixels; guessing is right for 33.3 %.`,
  'animals-food-vehicles-styles': t`Measured: 71.9 ± 1.7 % with the base, 49.8 ± 3.0 % on bare pixels; guessing is right for 33.3 %.`,
  'counting-dots': t`Measured: 87.8 ± 3.3 % with the base, 40.4 ± 6.4 % on bare pixels; guessing is right for 33.3 %. Far from task A, and yet it transfers.`,
  'odd-or-even': t`Measured: 49.4 ± 4.0 % with the base, 51.4 ± 3.8 % from scratch, 52.2 ± 4.1 % on bare pixels; guessing is right for 50 %. None of them is told from guessing.`,
};

import { expect, it } from 'vitest';
import { abilitiesOf, abilityIds } from './abilities';

it('names every ability, and what to do without it', () => {
  const none = { offline: false, camera: false, persistence: false, paste: false, copy: false, webgpu: false };
  const told = abilitiesOf({ ...none, copy: true });
  expect(told.map(({ id }) => id)).toEqual(abilityIds);
  expect(told.filter(({ isGiven }) => isGiven).map(({ id }) => id)).toEqual(['copy']);
  for (const { name, without } of told)
    expect([name, without]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\.$/)]);
});

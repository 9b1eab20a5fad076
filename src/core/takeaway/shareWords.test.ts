import { describe, expect, it } from 'vitest';
import { shareWords, type Shared } from './shareWords';

const words = (change: Partial<Shared>) =>
  shareWords({ sample: null, run: false, origin: 'bundled', link: 'https://school.example/lab/#v=1', ...change });

describe('what a link is said to do', () => {
  it('brings a built-in set along, but never pictures of one’s own', () => {
    expect(words({ sample: 'odd-or-even', run: true }).receives[0]).toBe(
      'Whoever opens it gets the built-in set “Odd or even” and these settings, and sees both sides train at once: the same seeds give the same curves.',
    );
    expect(words({}).receives.join(' ')).toContain('Without pictures the page opens with these settings and waits');
    expect(words({}).warnings).toEqual([]);
  });

  it('does not promise the split of pictures that were changed here: only the project file has that', () => {
    const [same, changed] = words({}).receives;
    expect(same).toContain('as long as you changed nothing about them here');
    expect(changed).toContain('only in your project file');
    expect(words({ sample: 'odd-or-even' }).receives.join(' ')).not.toContain('project file');
  });

  it.each(['http://localhost:4173/#v=1', 'http://127.0.0.1:4173/#v=1', 'http://[::1]/#v=1', 'file:///lab/index.html'])(
    'warns that %s is of this computer only',
    (link) => expect(words({ link }).warnings[0]).toContain('opens on this computer only'),
  );

  it('does not take another computer for this one', () => {
    for (const link of ['http://192.168.1.7:4173/', 'https://localhost.example/', 'http://127.example/'])
      expect(words({ link }).warnings).toEqual([]);
  });

  it('says what a base asks of them', () => {
    expect(words({ origin: 'own' }).warnings[0]).toContain('has to load the same files at station 2');
    expect(words({ origin: 'hub' }).receives.at(-1)).toContain('fetched from the hub');
  });
});

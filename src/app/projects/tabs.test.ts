// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTabs, type TabChannel } from './tabs';

/** What one says, all the others hear, as through a `BroadcastChannel`. */
function createBus() {
  const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
  return (): TabChannel => {
    const own: ((event: MessageEvent<unknown>) => void)[] = [];
    return {
      postMessage: (data) => {
        for (const listen of listeners.filter((one) => !own.includes(one)))
          queueMicrotask(() => listen(new MessageEvent('message', { data })));
      },
      addEventListener: (_, listen) => {
        own.push(listen);
        listeners.push(listen);
      },
    };
  };
}

let join: () => TabChannel;
const patience = 20;

/** A tab that notes what it is told. */
function tab(onTaken = () => Promise.resolve()) {
  const told: string[] = [];
  const tabs = createTabs({
    channel: join(),
    patience,
    onHad: () => told.push('had'),
    onTaken: async () => {
      await onTaken();
      told.push('taken');
    },
    onFreed: () => told.push('freed'),
  });
  return { told, ...tabs };
}

beforeEach(() => {
  join = createBus();
  vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
});

describe('tabs', () => {
  it('know when a project is open in another one, and only then', async () => {
    const [first, second, third] = [tab(), tab(), tab()];
    await first.hold('a');
    await new Promise((later) => setTimeout(later, 5));
    await Promise.all([second.hold('a'), third.hold('b')]);
    expect([first.told, second.told, third.told]).toEqual([[], ['had'], []]);
    expect(await third.isElsewhere('a')).toBe(true);
    expect(await first.isElsewhere('a')).toBe(false);
  });

  it('that open it at the same moment agree on one of them', async () => {
    const tabs = [tab(), tab(), tab()];
    await Promise.all(tabs.map((one) => one.hold('a')));
    expect(tabs.flatMap(({ told }) => told)).toEqual(['had', 'had']);
  });

  it('hand it over once it is saved, and back', async () => {
    const saved: string[] = [];
    const first = tab(async () => {
      await new Promise((later) => setTimeout(later, 10));
      saved.push('first');
    });
    const second = tab();
    await first.hold('a');
    await second.hold('a');
    await second.take('a');
    expect(saved).toEqual(['first']);
    expect(first.told).toEqual(['taken']);
    await first.take('a');
    expect(second.told).toEqual(['had', 'taken']);
  });

  it('do not wait for one that is gone', async () => {
    const only = tab();
    await only.take('a');
    await only.hold('a');
    expect(only.told).toEqual([]);
  });

  it('hear when the other one opens something else', async () => {
    const [first, second] = [tab(), tab()];
    await first.hold('a');
    await second.hold('a');
    await first.hold('b');
    await vi.waitFor(() => expect(second.told).toEqual(['had', 'freed']));
  });
});

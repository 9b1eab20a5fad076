// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { InTurn } from './InTurn';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

test('panels that come at once are drawn one after the other, and all of them', async () => {
  const box = document.createElement('div');
  const root = createRoot(box);
  act(() =>
    root.render(
      <>
        <InTurn>
          <p>one</p>
        </InTurn>
        <InTurn>
          <p>two</p>
        </InTurn>
      </>,
    ),
  );
  const seen = [box.textContent];
  for (let turns = 0; turns < 200 && seen.at(-1) !== 'onetwo'; turns++) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 1)));
    if (box.textContent !== seen.at(-1)) seen.push(box.textContent);
  }
  expect(seen).toEqual(['', 'one', 'onetwo']);
  act(() => root.unmount());
});

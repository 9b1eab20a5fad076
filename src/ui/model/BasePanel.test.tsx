import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { BasePanel } from './BasePanel';

const ignore = () => undefined;

it('warms up in words that hold for every engine', () => {
  const said = renderToStaticMarkup(
    <MantineProvider>
      <BasePanel
        state={{ phase: 'warming', done: 1, total: 4 }}
        dimension={1024}
        engine={{ engine: 'wasm', renderer: null, reason: '' }}
        choice="wasm"
        onChoice={ignore}
        onCancel={ignore}
        onContinue={ignore}
      />
    </MantineProvider>,
  );
  expect(said).toContain('step 1 of 4; this may take some seconds, once');
});

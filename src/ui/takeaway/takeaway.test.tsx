import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ModelDownload, type ModelDownloadProps } from './ModelDownload';
import { codeAddress } from './codeAddress';
import { ShareView, type ShareViewProps } from './ShareView';

const ignore = () => undefined;
const model = (change: Partial<ModelDownloadProps>) =>
  renderToStaticMarkup(
    <MantineProvider>
      <ModelDownload
        experiment="experiment 4"
        seeds={[7, 8]}
        trial={0}
        onTrial={ignore}
        job={{ phase: 'idle' }}
        onStart={ignore}
        onCancel={ignore}
        {...change}
      />
    </MantineProvider>,
  );
const share = (change: Partial<ShareViewProps>) =>
  renderToStaticMarkup(
    <MantineProvider>
      <ShareView
        link="https://school.example/#v=1"
        run={false}
        onRun={ignore}
        receives={['They get it.']}
        warnings={[]}
        onShare={null}
        {...change}
      />
    </MantineProvider>,
  );

describe('the model to take away', () => {
  it('lets a seed be chosen where there are several', () => {
    expect(model({})).toContain('>7, the first<');
    // Which seed station 8 shows is chosen there.
    expect(model({})).not.toContain('shown on this page');
    expect(model({})).toContain('Heads of experiment 4, seed</label>');
    expect(model({ seeds: [7] })).toContain('Heads of experiment 4, seed 7');
  });

  it('says how far it is and can be cancelled, says what came out, and why it did not', () => {
    const running = model({ job: { phase: 'running', done: 2_000_000, total: 8_000_000 } });
    expect(running).toContain('2.0\u00a0MB of 8.0\u00a0MB packed');
    expect(running).toContain('Cancel');
    expect(running).not.toContain('Download the model');
    const alone = model({
      job: { phase: 'done', bytes: 5e5, hasBase: false, notes: ['The base is not in it: gone.'] },
    });
    expect(alone).toContain('The two heads are in it.');
    expect(alone).toContain('The base is not in it: gone.');
    expect(alone).not.toContain('index.html');
    expect(model({ job: { phase: 'failed', reason: 'The server has no file.' } })).toContain(
      'The model could not be packed. The server has no file.',
    );
  });
});

describe('the link', () => {
  it('has a QR code with a text alternative, and is shared only where the browser can', () => {
    expect(share({})).toMatch(/<img class="qr-code" alt="QR code of the link[^"]*" src="data:image\/svg\+xml/);
    expect(share({})).not.toContain('Share …');
    expect(share({ onShare: ignore })).toContain('Share …');
    expect(share({ warnings: ['It opens here only.'] })).toContain('It opens here only.');
  });

  it('has another code for another link, and the same for the same', () => {
    const link = 'https://school.example/#v=1';
    expect(codeAddress(link)).toMatch(/^data:image\/svg\+xml,.*path/);
    expect(codeAddress(link)).toBe(codeAddress(link));
    expect(codeAddress(link)).not.toBe(codeAddress(`${link}&run=1`));
  });
});

// Row (e): from opening the page to all features, at a second visit with 500 pictures in this browser against the first.
import { pageOf } from './page.mjs';

const pictures = 500;

/** Rows for the table. `browser` is Playwright's; the app must have been built. */
export async function benchVisits(browser) {
  const { page, address, close } = await pageOf(browser);
  try {
    const ready = () => page.getByText(`${pictures} pictures, 120 features each`).waitFor({ timeout: 300_000 });
    await page.goto(`${address}#v=1&engine=wasm`);
    await page.getByLabel('Add pictures').first().waitFor({ state: 'attached' });
    await page.evaluate(make, pictures);
    const first = await secondsOf(async () => {
      await page.evaluate(bring);
      await ready();
    });
    // Until what was computed is written.
    await page.waitForTimeout(3000);
    const second = await secondsOf(async () => {
      await page.reload();
      await ready();
    });
    return [
      {
        name: `(e) all features of ${pictures} pictures, second visit`,
        value: second,
        unit: 's',
        against: { name: 'first visit', value: first },
        target: null,
      },
    ];
  } finally {
    await close();
  }
}

async function secondsOf(work) {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** In the page: so many pictures, each its own. */
async function make(count) {
  const files = [];
  for (let i = 0; i < count; i++) {
    const canvas = new OffscreenCanvas(320, 240);
    const context = canvas.getContext('2d');
    for (let k = 0; k < 12; k++) {
      context.fillStyle = `hsl(${(i * 37 + k * 61) % 360} 60% ${20 + ((i + k * 13) % 60)}%)`;
      context.fillRect((i * 7 + k * 53) % 320, (i * 11 + k * 31) % 240, 90, 70);
    }
    files.push(new File([await canvas.convertToBlob({ type: 'image/jpeg' })], `${i}.jpg`, { type: 'image/jpeg' }));
  }
  window.benchFiles = files;
}

/** In the page: as if they were chosen. */
function bring() {
  const input = document.querySelector('input[type=file]');
  const chosen = new DataTransfer();
  for (const file of window.benchFiles) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Footer } from './Footer';

it('does not deny that the page itself was fetched from somewhere', () => {
  expect(renderToStaticMarkup(<Footer licences={[]} />)).toMatch(/send anything\s+anywhere else\./);
});

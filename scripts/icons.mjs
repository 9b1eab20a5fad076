// Draws the icons of the installed app out of the brand mark (src/ui/layout/BrandMark.tsx), in its colours for light.
import { draw, startDrawing } from './drawing.mjs';

const [paper, ice, ember, line] = ['#faf8f3', '#0d6a89', '#ad470e', '#8d8779'];

/** File names and sides in pixels. A maskable icon is cut to any shape: its mark stays within the inner 80 %. */
const icons = [
  { name: 'icon-192.png', side: 192, room: 0.84, corner: 0.2 },
  { name: 'icon-512.png', side: 512, room: 0.84, corner: 0.2 },
  { name: 'icon-maskable-512.png', side: 512, room: 0.56, corner: 0 },
  { name: 'apple-touch-icon.png', side: 180, room: 0.72, corner: 0 },
];

/** @returns name and bytes of every icon. */
export async function drawIcons(packageFile) {
  await startDrawing(packageFile);
  return icons.map(({ name, side, room, corner }) => ({
    name,
    png: draw(iconSvg(room, corner), side, 'rgba(0,0,0,0)'),
  }));
}

/**
 * @param room share of the icon that the mark takes up.
 * @param corner radius as a share of the side; 0: a full square.
 */
function iconSvg(room, corner) {
  const scale = (100 * room) / 40;
  const shift = (100 - 40 * scale) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<rect width="100" height="100" rx="${100 * corner}" fill="${paper}"/>
<g transform="translate(${shift} ${shift}) scale(${scale})" fill="none">
<path d="M20 2.5 35 11v8H5v-8Z" stroke="${ice}" stroke-width="2.6" stroke-linejoin="round"/>
<path d="M12 14.5v-2M20 14.5v-5M28 14.5v-2" stroke="${ice}" stroke-width="2.6" stroke-linecap="round"/>
<path d="M2 23.5h36" stroke="${line}" stroke-width="1.6" stroke-dasharray="3 3"/>
<path d="M9 29 20 36M20 29v7M31 29 20 36" stroke="${ember}" stroke-width="2"/>
<g fill="${ember}"><circle cx="9" cy="29" r="3"/><circle cx="31" cy="29" r="3"/><circle cx="20" cy="36" r="3"/></g>
<circle cx="20" cy="29" r="2.4" fill="${paper}" stroke="${ember}" stroke-width="1.6"/>
</g>
</svg>
`;
}

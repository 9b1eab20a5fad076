/** Files that operating systems leave in folders and ZIPs. Nobody put them there, so nobody needs to hear of them. */
export function isJunk(path: string): boolean {
  const levels = path.split('/');
  const name = levels.at(-1) ?? '';
  return levels.includes('__MACOSX') || name.startsWith('._') || /^(\.DS_Store|thumbs\.db|desktop\.ini)$/i.test(name);
}

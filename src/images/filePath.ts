/** Folders and name as the browser tells them: a folder input, a drop (react-dropzone's `path`), or the name alone. */
export function pathOf(file: File): string {
  const dropped = 'path' in file && typeof file.path === 'string' ? file.path : '';
  return (file.webkitRelativePath || dropped || file.name)
    .replaceAll('\\', '/')
    .split('/')
    .filter((level) => level !== '' && level !== '.')
    .join('/');
}

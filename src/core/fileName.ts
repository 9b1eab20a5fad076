/** "a/b/model.json" -> "model.json" */
export const fileName = (path: string): string => path.split('/').at(-1) ?? path;

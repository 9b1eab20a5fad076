/** Ids may come from files, and a colon in one must not reach into another project. */
const part = encodeURIComponent;

/** Every key begins with one of these, so that all of one kind can be read at once. */
export const prefixes = {
  project: 'project@1:',
  /** What the version before kept: one collection with its settings, without a name, a log or heads. */
  work: 'work@1:',
  png: 'png:',
} as const;

export const projectKey = (id: string): string => prefixes.project + part(id);
export const workKey = (id: string): string => prefixes.work + id;
export const pngKey = (hash: string): string => prefixes.png + hash;

/** Of all entries of a project's log. */
export const logPrefix = (project: string): string => `log@1:${part(project)}:`;
export const logKey = (project: string, entry: string): string => logPrefix(project) + part(entry);

/** Of all heads of a project. */
export const headsPrefix = (project: string): string => `heads@1:${part(project)}:`;
export const headsKey = (project: string, run: string): string => headsPrefix(project) + part(run);

/** Of the training that a project had last. */
export const trainingKey = (project: string): string => `training@1:${part(project)}`;

/** The id that a key ends with. */
export const lastOf = (key: string): string => decodeURIComponent(key.slice(key.lastIndexOf(':') + 1));

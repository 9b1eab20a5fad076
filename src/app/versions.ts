/** Written in by the build, from the installed packages. */
declare const __VERSIONS__: Readonly<Record<string, string>>;

/** What computed a result: the app itself, TensorFlow.js, and where the base comes from. */
export const versions = __VERSIONS__;

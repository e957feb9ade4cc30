/** The version of package.json; a test keeps them the same, because the bundle also runs without that file. */
export const VERSION = '1.0.0'

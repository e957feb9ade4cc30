/** The version of package.json, kept in step by a test: reading the file would cost every run. */
export const VERSION = '1.0.0'

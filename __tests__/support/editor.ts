import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService } from 'yaml-language-server'

const ROOT = resolve(import.meta.dirname, '../..')

/** An editor that has only files of this repository, with the language server that editors have for YAML. */
const editor = getLanguageService({
  schemaRequestService: async uri => readFileSync(fileURLToPath(uri), 'utf8'),
  workspaceContext: {
    resolveRelativePath: (path, file) => pathToFileURL(join(dirname(fileURLToPath(file)), path)).href
  }
})
editor.configure({ validate: true, completion: true })

let files = 0

/** A new file at the root of the repository, open in the editor and not on the disk. */
function opened(text: string): TextDocument {
  files += 1
  return TextDocument.create(pathToFileURL(join(ROOT, `open${files}.yaml`)).href, 'yaml', 1, text)
}

/** What the editor marks: the words that are marked, and why. */
export async function markedIn(text: string): Promise<{ words: string; message: string }[]> {
  const document = opened(text)
  const found = await editor.doValidation(document, false)
  return found.map(({ range, message }) => ({ words: document.getText(range), message }))
}

/** What the editor offers at the end of a text. */
export async function offeredAfter(text: string): Promise<string[]> {
  const document = opened(text)
  const { items } = await editor.doComplete(document, document.positionAt(text.length), false)
  return items.map(({ label }) => label)
}

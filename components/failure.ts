/** What to tell a person of something thrown: its message, which for our own messages is a sentence. */
export function failureText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

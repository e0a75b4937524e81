/** The hour and minute in Vietnam of a moment in Unix ms, such as "14:05". */
export function hourOf(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(at);
}

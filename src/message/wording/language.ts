/** The two languages that messages and results speak. */

export type Language = 'zh' | 'en';

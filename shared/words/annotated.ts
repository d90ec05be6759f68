import { twins } from './twins.ts';

type Home = 'body' | 'note' | 'header' | 'footer' | 'textbox';

/** Said in a comment that Word does not let stand at its text. */
export const annotated = twins(
  {
    elsewhere: (home: Home, quote: string) => `所指文字在${homesZh[home]}：“${quote}”`,
  },
  {
    elsewhere: (home: Home, quote: string) => `The text spoken of stands in the ${homesEn[home]}: "${quote}"`,
  },
);

const homesZh: Record<Home, string> = {
  body: '正文中',
  note: '注释中',
  header: '页眉中',
  footer: '页脚中',
  textbox: '文本框中',
};

const homesEn: Record<Home, string> = {
  body: 'body',
  note: 'notes',
  header: 'header',
  footer: 'footer',
  textbox: 'text box',
};

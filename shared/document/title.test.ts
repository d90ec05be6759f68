import { expect, test } from 'vitest';
import { sample } from './sample.ts';
import { titleParagraph, titleText } from './title.ts';

test.each([
  ['the first line', '仓库租赁合同\n甲方：云州市临河区七里街道办事处', '仓库租赁合同'],
  ['below a number', '合同编号：QL-2026-18\n社区食堂委托经营协议（示范）\n甲方：', '社区食堂委托经营协议（示范）'],
  ['a title set wide', '房 屋 租 赁 合 同\n出租方：', '房屋租赁合同'],
  ['no title', '甲方与乙方经协商，约定如下。\n一、租期三年。', null],
  ['a sentence that ends alike but is long', `${'为规范管理'.repeat(13)}制定本办法`, null],
  ['nothing', '', null],
])('%s', (_, text, expected) => {
  const found = titleParagraph(sample(text).document);
  expect(found && titleText(found)).toBe(expected);
});

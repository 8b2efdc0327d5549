import { describe, expect, it } from 'vitest';
import { splitAuthors } from '../../../src/core/reading/source';

describe('splitAuthors', () => {
  it.each<[string, string[]]>([
    ['Alexander Kirillov', ['Alexander Kirillov']],
    ['Kaiming He, Xinlei Chen', ['Kaiming He', 'Xinlei Chen']],
    ['Kaiming He, Xinlei Chen, and Saining Xie', ['Kaiming He', 'Xinlei Chen', 'Saining Xie']],
    ['Kaiming He, Xinlei Chen and Saining Xie', ['Kaiming He', 'Xinlei Chen', 'Saining Xie']],
    ['Kaiming He & Xinlei Chen', ['Kaiming He', 'Xinlei Chen']],
    ['K. He, X. Zhang, S. Ren, J. Sun', ['K. He', 'X. Zhang', 'S. Ren', 'J. Sun']],
    ['Vaswani, Shazeer, Parmar', ['Vaswani', 'Shazeer', 'Parmar']],
    ['Vaswani, Shazeer, and Parmar', ['Vaswani', 'Shazeer', 'Parmar']],
    ['Ashish Vaswani et al.', ['Ashish Vaswani']],
    ['Ashish Vaswani, Noam Shazeer, et al.', ['Ashish Vaswani', 'Noam Shazeer']],
    ['Martin Luther King, Jr., Kaiming He', ['Martin Luther King, Jr.', 'Kaiming He']],
  ])('as sentences have them: %s', (text, names) => {
    expect(splitAuthors(text)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['He, Kaiming', ['He, Kaiming']],
    ['van der Maaten, Laurens', ['van der Maaten, Laurens']],
    ['He, Kaiming; Chen, Xinlei', ['He, Kaiming', 'Chen, Xinlei']],
    ['He, Kaiming\nChen, Xinlei', ['He, Kaiming', 'Chen, Xinlei']],
    ['He, Kaiming and Chen, Xinlei', ['He, Kaiming', 'Chen, Xinlei']],
    ['van der Maaten, Laurens and Hinton, Geoffrey E.', ['van der Maaten, Laurens', 'Hinton, Geoffrey E.']],
    ['He, Kaiming and Chen, Xinlei and others', ['He, Kaiming', 'Chen, Xinlei']],
    ['He, K., Zhang, X., Ren, S., & Sun, J.', ['He, K.', 'Zhang, X.', 'Ren, S.', 'Sun, J.']],
    ['LeCun, Y., Bengio, Y., Hinton, G.', ['LeCun, Y.', 'Bengio, Y.', 'Hinton, G.']],
  ])('with the family name first: %s', (text, names) => {
    expect(splitAuthors(text)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['张三，李四；王五', ['张三', '李四', '王五']],
    ['欧阳修，苏轼、王安石', ['欧阳修', '苏轼', '王安石']],
    ['张三,李四', ['张三', '李四']],
    ['张三，李四，等', ['张三', '李四']],
    ['Kaiming He, 谢赛宁', ['Kaiming He', '谢赛宁']],
    ['阿列克谢·德米特里耶夫、李四', ['阿列克谢·德米特里耶夫', '李四']],
  ])('in Chinese: %s', (text, names) => {
    expect(splitAuthors(text)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['[[Kaiming He]], [[p/x|Xinlei Chen]]', ['Kaiming He', 'Xinlei Chen']],
    ['[[He, Kaiming]], [[Chen, Xinlei]]', ['He, Kaiming', 'Chen, Xinlei']],
    [' , ', []],
    ['', []],
    ['et al.', []],
    ['Sandy Anderson', ['Sandy Anderson']], // no “and” of its own
  ])('as links, or nobody: %s', (text, names) => {
    expect(splitAuthors(text)).toEqual(names);
  });
});

// What the demo's student reads: real works of the field, and a term's worth of log lines before a given day.

/** Flags of the plugin's own `:add`. Facts are those of the publications. */
export const SOURCES = [
  {
    title: 'Deep Residual Learning for Image Recognition',
    authors: 'Kaiming He; Xiangyu Zhang; Shaoqing Ren; Jian Sun',
    year: '2016',
    venue: 'CVPR',
    arxiv: '1512.03385',
    doi: '10.1109/CVPR.2016.90',
    citekey: 'he2016resnet',
    status: 'reading',
  },
  {
    title: 'Attention Is All You Need',
    authors:
      'Ashish Vaswani; Noam Shazeer; Niki Parmar; Jakob Uszkoreit; Llion Jones; Aidan N. Gomez; Łukasz Kaiser; Illia Polosukhin',
    year: '2017',
    venue: 'NeurIPS',
    arxiv: '1706.03762',
    citekey: 'vaswani2017attention',
    status: 'reading',
  },
  {
    title: 'Denoising Diffusion Probabilistic Models',
    authors: 'Jonathan Ho; Ajay Jain; Pieter Abbeel',
    year: '2020',
    venue: 'NeurIPS',
    arxiv: '2006.11239',
    citekey: 'ho2020ddpm',
    status: 'reading',
  },
  {
    title: 'Masked Autoencoders Are Scalable Vision Learners',
    authors: 'Kaiming He; Xinlei Chen; Saining Xie; Yanghao Li; Piotr Dollár; Ross Girshick',
    year: '2022',
    venue: 'CVPR',
    arxiv: '2111.06377',
    doi: '10.1109/CVPR52688.2022.01553',
    citekey: 'he2022mae',
    status: 'reading',
  },
  {
    title: 'Segment Anything',
    authors:
      'Alexander Kirillov; Eric Mintun; Nikhila Ravi; Hanzi Mao; Chloe Rolland; Laura Gustafson; Tete Xiao; Spencer Whitehead; Alexander C. Berg; Wan-Yen Lo; Piotr Dollár; Ross Girshick',
    year: '2023',
    venue: 'ICCV',
    arxiv: '2304.02643',
    citekey: 'kirillov2023sam',
    status: 'queued',
  },
  {
    title: 'CS231n: Deep Learning for Computer Vision',
    kind: 'course',
    venue: 'Stanford',
    url: 'http://cs231n.stanford.edu',
    status: 'reading',
  },
  { title: '机器学习', kind: 'book', authors: '周志华', year: '2016', venue: '清华大学出版社', status: 'reading' },
];

const RESNET = 'he2016resnet';
const ATTENTION = 'vaswani2017attention';
const DDPM = 'ho2020ddpm';
const MAE = 'he2022mae';
const CS231N = 'CS231n: Deep Learning for Computer Vision';
const BOOK = '机器学习';

/** One line each: week before this one, weekday (1 is Monday), source, what `:log` gets. */
const LINES = [
  [
    10,
    1,
    CS231N,
    60,
    { zh: '图像分类与 kNN，写完作业一的前半', en: 'image classification and kNN; first half of assignment 1' },
  ],
  [10, 3, CS231N, 90, { zh: '线性分类器和损失函数', en: 'linear classifiers and loss functions' }],
  [10, 6, BOOK, 45, { zh: '第 2 章，模型评估', en: 'chapter 2, model evaluation' }],
  [9, 2, CS231N, 75, { zh: '反向传播，手推了两层网络的梯度', en: 'backpropagation; derived a two-layer net by hand' }],
  [9, 4, CS231N, 40, { zh: '作业一收尾', en: 'finished assignment 1' }],
  [9, 5, BOOK, 30, { zh: '第 3 章，线性模型', en: 'chapter 3, linear models' }],
  [8, 1, RESNET, 45, { zh: '摘要、图和结论', en: 'abstract, figures and conclusion' }, { pass: '1' }],
  [8, 3, CS231N, 120, { zh: '卷积网络一章，数清楚每层的形状', en: 'the chapter on CNNs; counted every layer’s shape' }],
  [8, 4, CS231N, 20, { zh: '复习', en: 'revision' }],
  [8, 7, BOOK, 60, { zh: '第 5 章，神经网络', en: 'chapter 5, neural networks' }],
  [
    7,
    2,
    RESNET,
    90,
    { zh: '为什么恒等映射比投影好', en: 'why identity beats projection' },
    { pass: '2', pages: '3-5' },
  ],
  [7, 3, RESNET, 60, { zh: '对着源码看残差块的实现', en: 'residual blocks, read against the code' }, { pass: '2' }],
  [7, 5, CS231N, 45, { zh: '训练技巧：初始化与归一化', en: 'training: initialisation and normalisation' }],
  // week 6 before: away, nothing read
  [5, 1, ATTENTION, 50, { zh: '整体结构，先不管细节', en: 'the whole structure, details later' }, { pass: '1' }],
  [
    5,
    2,
    ATTENTION,
    110,
    { zh: '缩放点积注意力，形状逐一核对', en: 'scaled dot-product attention, shape by shape' },
    { pass: '2', pages: '3-5' },
  ],
  [5, 4, CS231N, 60, { zh: '循环网络与注意力', en: 'recurrent networks and attention' }],
  [5, 6, BOOK, 25, { zh: '第 6 章，支持向量机', en: 'chapter 6, support vector machines' }],
  [
    4,
    1,
    ATTENTION,
    125,
    { zh: '照着论文实现多头注意力', en: 'wrote multi-head attention from the paper' },
    { pass: '3' },
  ],
  [4, 3, ATTENTION, 70, { zh: '位置编码的两种写法', en: 'two ways to write positional encoding' }, { pass: '3' }],
  [4, 5, CS231N, 45, { zh: '作业二', en: 'assignment 2' }],
  [3, 2, DDPM, 45, { zh: '摘要与图 2', en: 'abstract and figure 2' }, { pass: '1' }],
  [
    3,
    3,
    DDPM,
    95,
    { zh: '变分下界推到式 (5)', en: 'the variational bound up to equation (5)' },
    { pass: '2', pages: '2-4' },
  ],
  [3, 4, BOOK, 30, { zh: '第 7 章，贝叶斯分类器', en: 'chapter 7, Bayes classifiers' }],
  [
    3,
    5,
    DDPM,
    60,
    { zh: '为什么预测噪声比预测均值好', en: 'why predicting noise beats predicting the mean' },
    { pass: '2' },
  ],
  [2, 1, MAE, 40, { zh: '摘要、图 1 和图 2', en: 'abstract, figures 1 and 2' }, { pass: '1' }],
  [2, 2, DDPM, 80, { zh: '训练循环跑通 MNIST', en: 'training loop runs on MNIST' }, { pass: '3' }],
  [
    2,
    4,
    MAE,
    75,
    { zh: '遮 75% 为什么不难，解码器为什么可以小', en: 'why 75% masking works, why the decoder can be small' },
    { pass: '2', pages: '3-5' },
  ],
  [2, 6, CS231N, 50, { zh: '自监督一讲', en: 'the lecture on self-supervision' }],
  [
    1,
    1,
    MAE,
    60,
    { zh: '归一化像素作目标的消融', en: 'ablation of normalised pixels as target' },
    { pass: '2', pages: '6' },
  ],
  [
    1,
    2,
    RESNET,
    30,
    { zh: '为组会重看一遍，读完', en: 'reread for the group meeting; finished' },
    { pass: '3', status: 'read' },
  ],
  [1, 3, DDPM, 45, { zh: '采样步数与质量', en: 'sampling steps against quality' }, { pass: '3' }],
  [1, 5, BOOK, 60, { zh: '第 8 章，集成学习', en: 'chapter 8, ensembles' }],
  [
    0,
    1,
    MAE,
    45,
    { zh: '推导第 3 节的重建损失', en: 'derived the reconstruction loss of section 3' },
    { pass: '2', pages: '3-4' },
  ],
  [0, 2, CS231N, 60, { zh: '检测与分割', en: 'detection and segmentation' }],
  [
    0,
    3,
    MAE,
    90,
    { zh: '对着源码看掩码与还原顺序', en: 'masking and unshuffling, read against the code' },
    { pass: '3' },
  ],
  [0, 4, ATTENTION, 25, { zh: '回看复杂度一节', en: 'back to the section on complexity' }, { pass: '3' }],
  [0, 5, BOOK, 40, { zh: '第 9 章，聚类', en: 'chapter 9, clustering' }],
];

/** What the demo's student plans in the report of a week, by how many weeks ago it was. */
export const PLANS = {
  3: {
    zh: [
      { done: true, text: 'DDPM 的训练循环在 MNIST 上跑通' },
      { done: true, text: '读 MAE，先看图和摘要' },
      { done: false, text: '整理注意力实现的单元测试（留到组会之后）' },
    ],
    en: [
      { done: true, text: 'Get the DDPM training loop to run on MNIST' },
      { done: true, text: 'Read MAE: figures and abstract first' },
      { done: false, text: 'Tidy the unit tests of the attention layer (after the group meeting)' },
    ],
  },
  2: {
    zh: [
      { done: true, text: '为组会重看 ResNet' },
      { done: false, text: '复现 MAE 在 CIFAR-10 上的预训练（等服务器空出来）' },
      { done: false, text: '读完 DDPM 的附录 B' },
    ],
    en: [
      { done: true, text: 'Reread ResNet for the group meeting' },
      { done: false, text: 'Reproduce MAE pre-training on CIFAR-10 (waiting for the server)' },
      { done: false, text: 'Read appendix B of DDPM' },
    ],
  },
};

/**
 * The log lines up to a day, none later.
 * @param {string} today `YYYY-MM-DD`
 * @param {'zh' | 'en'} language
 */
export function linesUntil(today, language) {
  const day = new Date(`${today}T00:00:00Z`);
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  return LINES.map(([weeksAgo, on, source, min, note, rest = {}]) => {
    const date = new Date(day);
    date.setUTCDate(date.getUTCDate() - weekday + on - weeksAgo * 7);
    return { source, date: date.toISOString().slice(0, 10), min: String(min), note: note[language], ...rest };
  }).filter((line) => line.date <= today);
}

/** Accents, by the command before the letter: the combining sign. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['h', '\u0309'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['G', '\u030F'],
  ['U', '\u030E'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** What accents are without a letter: the signs that addresses and code hold. */
export const BARE_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0300', '`'],
]);

const named = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));

/** Letters and signs of text, by their command. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...named(
    'ss=ß SS=ẞ ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å o=ø O=Ø l=ł L=Ł i=ı j=ȷ dh=ð DH=Ð dj=đ DJ=Đ th=þ TH=Þ ng=ŋ NG=Ŋ ij=ĳ IJ=Ĳ ' +
      'S=§ P=¶ copyright=© pounds=£ textregistered=® texttrademark=™ textendash=– textemdash=— textquoteright=’ ' +
      'textquoteleft=‘ textquotedblleft=“ textquotedblright=” quotedblbase=„ quotesinglbase=‚ guillemotleft=« ' +
      'guillemotright=» textquotesingle=\' textquotedbl=" textasciitilde=~ textasciicircum=^ textasciigrave=` ' +
      'textbackslash=\\ textbar=| textless=< textgreater=> textunderscore=_ textbraceleft={ textbraceright=} ' +
      'textdollar=$ textpercent=% textdegree=° textbullet=• textellipsis=… dots=… ldots=… textmu=µ texteuro=€ euro=€ ' +
      'times=× textperiodcentered=· textasteriskcentered=∗ slash=/ textordmasculine=º textordfeminine=ª ' +
      'textexclamdown=¡ textquestiondown=¿ TeX=TeX LaTeX=LaTeX lq=‘ rq=’ backslash=\\ &=& _=_ %=% #=# $=$ {={ }=}',
  ),
  ...['quad', 'qquad', 'newline', 'par', 'space', 'bibnamedelima', 'enspace', 'thinspace'].map(
    (name) => [name, ' '] as const,
  ),
]);

/** Signs of mathematics that plain text can say. */
export const MATHS: ReadonlyMap<string, string> = new Map([
  ...named(
    'alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ ' +
      'nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ ' +
      'Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω infty=∞ ell=ℓ sim=∼ approx=≈ leq=≤ le=≤ geq=≥ ge=≥ pm=± mp=∓ ' +
      'cdot=⋅ to=→ rightarrow=→ leftarrow=← leftrightarrow=↔ neq=≠ ne=≠ in=∈ times=× circ=∘ star=⋆ ast=∗ prime=′ ' +
      'subset=⊂ cup=∪ cap=∩ nabla=∇ partial=∂ sum=∑ prod=∏ sqrt=√ log=log exp=exp max=max min=min ll=≪ gg=≫ ' +
      'dagger=† ddagger=‡ degree=° langle=⟨ rangle=⟩ mid=| vert=| lbrace={ rbrace=}',
  ),
  ...['mathcal', 'mathbb', 'mathrm', 'mathbf', 'mathit', 'mathsf', 'mathtt', 'text', 'textrm', 'textbf', 'textit', 'bm']
    .concat(['boldsymbol', 'rm', 'bf', 'it', 'left', 'right', 'displaystyle', ',', '!'])
    .map((name) => [name, ''] as const),
  [';', ' '],
  [':', ' '],
]);

/** Signs that may stand raised, and lowered. */
export const RAISED = new Map(pairs('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'));
export const LOWERED = new Map(pairs('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'));

function pairs(plain: string, other: string): [string, string][] {
  const others = Array.from(other);
  return Array.from(plain, (sign, at) => [sign, others[at] ?? sign]);
}

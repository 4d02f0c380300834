// The expressions of Azure's deployment templates that ours uses: strings in brackets, function calls, .name and [index].
// An unknown function, parameter, variable or property is an error.

const token = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_]\w*)|([()[\],.]))/y;

function tokens(text) {
  const found = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`Not understood at ${at}: ${text}`);
    const [, quoted, number, name, sign] = match;
    found.push(quoted !== undefined ? { value: quoted.replaceAll("''", "'") } : number !== undefined ? { value: Number(number) } : name !== undefined ? { name } : { sign });
  }
  return found;
}

/** @returns {object} a tree of {value}, {call, args}, {of, part}. */
function parse(text) {
  const all = tokens(text);
  let at = 0;
  const isSign = (sign) => all[at]?.sign === sign;
  const take = (sign) => {
    if (!isSign(sign)) throw new Error(`${sign} is missing: ${text}`);
    at++;
  };
  const whole = operand();
  if (at < all.length) throw new Error(`Something follows the end: ${text}`);
  return whole;

  function operand() {
    const first = all[at++];
    let tree;
    if (first?.name) {
      take("(");
      const args = [];
      while (!isSign(")")) {
        args.push(operand());
        if (!isSign(")")) take(",");
      }
      take(")");
      tree = { call: first.name, args };
    } else if (first && "value" in first) tree = { value: first.value };
    else throw new Error(`An operand is missing: ${text}`);
    for (;;) {
      if (isSign(".")) {
        at++;
        tree = { of: tree, part: { value: all[at++].name } };
      } else if (isSign("[")) {
        at++;
        tree = { of: tree, part: operand() };
        take("]");
      } else return tree;
    }
  }
}

export const isExpression = (text) => typeof text === "string" && text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");

/** Puts values in the place of every expression below `node`; `functions` are given their arguments, `if` only the branch it takes. */
export function evaluate(node, functions) {
  if (isExpression(node)) return run(parse(node.slice(1, -1)));
  if (Array.isArray(node)) return node.map((each) => evaluate(each, functions));
  if (node && typeof node === "object") return Object.fromEntries(Object.entries(node).map(([name, value]) => [evaluate(name, functions), evaluate(value, functions)]));
  return node;

  function run(tree) {
    if ("value" in tree) return tree.value;
    if (tree.of) {
      const [whole, part] = [run(tree.of), run(tree.part)];
      if (whole?.[part] === undefined) throw new Error(`There is no ${part}: ${node}`);
      return whole[part];
    }
    if (tree.call === "if") return run(tree.args[0]) ? run(tree.args[1]) : run(tree.args[2]);
    if (!functions[tree.call]) throw new Error(`The function ${tree.call} is unknown: ${node}`);
    return functions[tree.call](...tree.args.map(run));
  }
}

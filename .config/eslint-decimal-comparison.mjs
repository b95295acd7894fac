const RELATIONAL = new Set(['<', '<=', '>', '>=']);
const EQUALITY = new Set(['===', '!==', '==', '!=']);

/** Decimals compare as texts under `<` ("9" > "10") and by identity under `===`: both compile, both are wrong. */
export const decimalComparison = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { decimal: 'Decimals are not compared by {{operator}}: use lessThan, equals, comparedTo, isZero.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isDecimal = (node) => {
      const type = services.getTypeAtLocation(node);
      const members = type.isUnion() ? type.types : [type];
      return members.some((member) => member.symbol?.name === 'Decimal' || member.aliasSymbol?.name === 'Decimal');
    };
    return {
      BinaryExpression(node) {
        const { left, right, operator } = node;
        const wrong = RELATIONAL.has(operator)
          ? isDecimal(left) || isDecimal(right)
          : EQUALITY.has(operator) && isDecimal(left) && isDecimal(right);
        if (wrong) context.report({ node, messageId: 'decimal', data: { operator } });
      },
    };
  },
};

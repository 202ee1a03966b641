// A type of TypeScript as JSON Schema: what JSON.stringify makes of a value of that type. Decision: types with a name of ours
// become components under that name, with the words that stand above them in the code; what JSON cannot carry (a Map, a
// function) is a mistake of whoever answers with it, and throws here.

import {
  type Checker,
  SymbolFlags,
  type Type,
  TypeFlags,
  type Symbol as TypeSymbol,
  type UnionType,
} from 'typescript/unstable/sync';

export type Json = Readonly<Record<string, unknown>>;

export interface TypeSchemas {
  schemaOf(type: Type): Json;
  /** By name, in the order of names. */
  components(): Readonly<Record<string, Json>>;
}

/** Words whose text has a form of its own. */
const formats: Readonly<Record<string, Json>> = {
  CalendarDate: { type: 'string', format: 'date' },
  PartialDate: { type: 'string', description: 'A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD' },
  Date: { type: 'string', format: 'date-time' },
};

/** Of the language, or made up by the compiler: no names of ours. */
const nameless = new Set([
  '__type',
  '__object',
  'Array',
  'ReadonlyArray',
  'Record',
  'Readonly',
  'Partial',
  'Omit',
  'Pick',
]);

export function typeSchemas(checker: Checker): TypeSchemas {
  const named = new Map<string, { readonly type: number; schema: Json }>();
  const open = new Map<number, { name: string | null }>();

  function schemaOf(type: Type): Json {
    const alias = type.getAliasSymbol();
    const symbol = alias ?? type.getSymbol();
    const form = formats[symbol?.name ?? ''];
    if (form !== undefined) return form;
    if (type.isUnionType()) return unionOf(type, alias);
    if (type.isIntersectionType()) return intersectionOf(type);
    if (type.isLiteralType()) return { const: literalOf(type) };
    if ((type.flags & TypeFlags.StringLike) !== 0) return { type: 'string' };
    if ((type.flags & TypeFlags.NumberLike) !== 0) return { type: 'number' };
    if ((type.flags & TypeFlags.BooleanLike) !== 0) return { type: 'boolean' };
    if ((type.flags & TypeFlags.Null) !== 0) return { type: 'null' };
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return {};
    if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(argumentOf(type, 0)) };
    if (checker.isTupleType(type)) return tupleOf(type);
    return objectOf(type, symbol);
  }

  function argumentOf(type: Type, place: number): Type {
    const found = checker.getTypeArguments(type as Parameters<Checker['getTypeArguments']>[0])[place];
    if (found === undefined) throw new Error(`No argument ${place} of ${checker.typeToString(type)}`);
    return found;
  }

  function tupleOf(type: Type): Json {
    const items = checker
      .getTypeArguments(type as Parameters<Checker['getTypeArguments']>[0])
      .map((each) => schemaOf(each));
    // [T, ...T[]] is a list that is not empty.
    return { type: 'array', items: anyOf(items), minItems: 1 };
  }

  function unionOf(type: Type, alias: TypeSymbol | undefined): Json {
    const parts = partsOf(type).filter(({ flags }) => (flags & TypeFlags.Undefined) === 0);
    const schemas = parts.map((part) => schemaOf(part));
    const whole = anyOf(schemas);
    const isWords =
      alias !== undefined && parts.length > 3 && parts.every((part) => part.isStringLiteralType());
    return isWords ? component(alias.name, type, () => whole) : whole;
  }

  function intersectionOf(type: Type): Json {
    const parts = partsOf(type);
    // A branded text or number is that text or number.
    const plain = parts.find(({ flags }) => (flags & (TypeFlags.StringLike | TypeFlags.NumberLike)) !== 0);
    return plain === undefined ? objectOf(type, undefined) : schemaOf(plain);
  }

  function objectOf(type: Type, symbol: TypeSymbol | undefined): Json {
    const name = symbol?.name ?? '__type';
    if (name === 'Map' || name === 'Set' || name === 'ReadonlyMap' || name === 'ReadonlySet')
      throw new Error(`${name} is not what JSON can carry`);
    const isOurs = !nameless.has(name) && !name.startsWith('__') && type.getAliasTypeArguments().length === 0;
    if (isOurs) return component(name, type, () => membersOf(type, symbol));
    const before = open.get(type.id);
    if (before !== undefined)
      throw new Error(`A type without a name holds itself: ${checker.typeToString(type)}`);
    open.set(type.id, { name: null });
    const schema = membersOf(type, undefined);
    open.delete(type.id);
    return schema;
  }

  function component(name: string, type: Type, make: () => Json): Json {
    let own = name;
    for (let n = 2; named.has(own) && named.get(own)?.type !== type.id; n++) own = `${name}${n}`;
    if (!named.has(own)) {
      const entry = { type: type.id, schema: {} as Json };
      named.set(own, entry);
      entry.schema = make();
    }
    return { $ref: `#/components/schemas/${own}` };
  }

  function membersOf(type: Type, symbol: TypeSymbol | undefined): Json {
    const properties: Record<string, Json> = {};
    const required: string[] = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const of = checker.getTypeOfSymbol(property);
      if (of === undefined || (of.flags & TypeFlags.Undefined) !== 0) continue;
      if (checker.getSignaturesOfType(of, 0).length > 0)
        throw new Error(`${property.name} is a function, which JSON leaves out`);
      properties[property.name] = withWords(schemaOf(of), wordsOf(property));
      if ((property.flags & SymbolFlags.Optional) === 0 && !mayBeUndefined(of)) required.push(property.name);
    }
    const [index] = checker.getIndexInfosOfType(type);
    const rest = index === undefined ? {} : { additionalProperties: schemaOf(index.valueType) };
    const words = symbol === undefined ? '' : wordsOf(symbol);
    return {
      type: 'object',
      ...(words === '' ? {} : { description: words }),
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      ...rest,
    };
  }

  function mayBeUndefined(type: Type): boolean {
    const parts = type.isUnionType() ? partsOf(type) : [];
    return parts.some(({ flags }) => (flags & TypeFlags.Undefined) !== 0);
  }

  function wordsOf(symbol: TypeSymbol): string {
    return symbol.getDocumentationComment(checker).replaceAll(/\s+/g, ' ').trim();
  }

  return {
    schemaOf,
    components: () =>
      Object.fromEntries(
        [...named].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, { schema }]) => [name, schema]),
      ),
  };
}

function partsOf(type: Type): readonly Type[] {
  return (type as unknown as UnionType).getTypes();
}

function literalOf(type: Type): unknown {
  return (type as unknown as { readonly value: unknown }).value;
}

/** Beside a reference as well: OpenAPI 3.1 allows words there. */
function withWords(schema: Json, words: string): Json {
  return words === '' ? schema : { ...schema, description: words };
}

/** Each once; constants together as one list, true and false as one type. */
function anyOf(schemas: readonly Json[]): Json {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const constants = different.flatMap((schema) => ('const' in schema ? [schema['const']] : []));
  const booleans = constants.filter((each) => typeof each === 'boolean');
  const words = constants.filter((each) => typeof each !== 'boolean').toSorted(byText);
  const others = different.filter((schema) => !('const' in schema));
  const whole = [
    ...others,
    ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((each) => ({ const: each }))),
    ...(words.length === 0 ? [] : words.length === 1 ? [{ const: words[0] }] : [{ enum: words }]),
  ];
  return whole.length === 1 ? (whole[0] ?? {}) : { anyOf: whole };
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

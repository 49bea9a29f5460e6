// SPDX-License-Identifier: Apache-2.0
// What does one answer say to one comparison: met or not, by how much, in which words?
// The same words as in generator/derive/answers.py; tests compare them byte for byte.
import { inChinese, isDay } from "../day.js";
import { compare, decimal, minus, over, shown, times } from "./decimal.js";
import { MET, NOT_MET, OPEN } from "./may.js";

const FIGURE = /^([0-9]{1,15}(?:\.[0-9]{1,15})?)([^0-9.].*)$/;
const OF_SIZE = ["money", "share", "years"]; // 不低于; counts are 不少于
const PERCENT = "%";
const MOST_YEARS = 1000;

const certain = (met) => (met ? MET : NOT_MET);
const yesOrNo = (answer) => (answer ? "是" : "否");

/** Whose answers are looked at, by which words (the published vocabularies), on which day. */
export class Hearing {
  constructor(facts, words, day) {
    this.facts = facts;
    this.day = day;
    this.metrics = new Map(words.metrics.map((metric) => [metric.id, metric]));
    this.units = new Map(words.units.map((unit) => [unit.id, { ...unit, factor: decimal(unit.factor) }]));
    this.kindNames = new Map(words.institution_kinds.map((kind) => [kind.id, kind.label]));
  }

  /** What is said to one comparison: {may, given, demanded, gap}. */
  answer(asked, applicants) {
    if (asked.fact === "kinds") return this.#kind(asked, applicants);
    if (asked.unit === undefined) return this.#yesOrNo(asked, own(this.facts.answers, asked.fact));
    const metric = this.metrics.get(asked.metric);
    if (metric.counted_from_day) return this.#years(asked, metric, own(this.facts.days, asked.fact));
    return this.#quantity(asked, metric, own(this.facts.figures, asked.fact));
  }

  /** A list of examples excludes nobody. */
  #kind(asked, applicants) {
    const names = (kinds) => kinds.map((kind) => this.kindNames.get(kind) ?? kind).join("、");
    const demanded = (applicants ? names(applicants.kinds) : "") + (applicants?.examples_only ? "等" : "");
    const { kinds } = this.facts;
    if (!kinds || !applicants) return { may: OPEN, demanded };
    const given = names(kinds);
    const listed = kinds.some((kind) => applicants.kinds.includes(kind));
    if (!listed && applicants.examples_only) return { may: OPEN, given, demanded };
    const met = listed === asked.equals;
    return { may: certain(met), given, demanded, gap: met ? undefined : "不在所列机构之内" };
  }

  #yesOrNo(asked, said) {
    const demanded = yesOrNo(asked.equals);
    if (typeof said !== "boolean") return { may: OPEN, demanded };
    const met = said === asked.equals;
    return { may: certain(met), given: yesOrNo(said), demanded, gap: met ? undefined : said ? "已具备" : "未具备" };
  }

  /** Full years on the day; who began on 29 February completes a common year on 1 March. */
  #years(asked, metric, since) {
    const wanted = demandedOf(asked, metric);
    if (!isDay(since)) return { may: OPEN, demanded: wanted };
    const passed = Number(this.day.slice(0, 4)) - Number(since.slice(0, 4));
    const years = Math.max(0, anniversary(since, passed) <= this.day ? passed : passed - 1);
    const given = `自${inChinese(since)}起，${years ? `满${years}年` : "不满1年"}`;
    const bound = boundOf(asked);
    if (holds(asked, decimal(years))) return { may: MET, given, demanded: wanted };
    if (asked.at_most !== undefined) {
      return { may: NOT_MET, given, demanded: wanted, gap: `超出${shown(minus(decimal(years), bound))}年` };
    }
    const needed = Math.ceil(asked.at_least);
    if (needed > MOST_YEARS) return { may: NOT_MET, given, demanded: wanted };
    const gap = `到${inChinese(anniversary(since, needed))}满${needed}年`;
    return { may: NOT_MET, given, demanded: wanted, gap };
  }

  #quantity(asked, metric, figure) {
    const demanded = demandedOf(asked, metric);
    const [, digits, name] = FIGURE.exec(figure ?? "") ?? [];
    const unit = this.units.get(name);
    if (unit?.dimension !== metric.dimension) return { may: OPEN, demanded };
    const number = decimal(digits);
    const wanted = this.units.get(asked.unit);
    const given = shown(number) + unit.id;
    const amount = times(number, unit.factor);
    if (holds(asked, over(amount, wanted.factor))) return { may: MET, given, demanded };
    const bound = times(boundOf(asked), wanted.factor);
    const short = asked.at_least !== undefined;
    const missing = short ? minus(bound, amount) : minus(amount, bound);
    return { may: NOT_MET, given, demanded, gap: (short ? "还差" : "超出") + this.#inWords(missing, unit.dimension) };
  }

  /** In the largest unit of which there is at least one: 5000万元, 1.5亿元, 12家, 5个百分点. */
  #inWords(amount, dimension) {
    const units = [...this.units.values()].filter((unit) => unit.dimension === dimension);
    units.sort((one, other) => compare(other.factor, one.factor));
    const unit = units.find(({ factor }) => compare(factor, amount) <= 0) ?? units.at(-1);
    return shown(over(amount, unit.factor)) + (unit.id === PERCENT ? "个百分点" : unit.id);
  }
}

/** The value of a key that an object has itself. */
function own(values, key) {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}

function anniversary(day, years) {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const same = year + day.slice(4);
  return isDay(same) ? same : `${year}-03-01`;
}

const boundOf = (asked) => decimal(asked.at_least ?? asked.at_most);

function holds(asked, number) {
  const difference = compare(number, boundOf(asked));
  return asked.at_least !== undefined ? difference >= 0 : difference <= 0;
}

function demandedOf(asked, metric) {
  const size = OF_SIZE.includes(metric.dimension);
  const word = asked.at_least !== undefined ? (size ? "低" : "少") : size ? "高" : "多";
  return `不${word}于${shown(boundOf(asked))}${asked.unit}`;
}

/** While an alert that matches the source fires, those that match the target and have these labels equal are not told. */
interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

const ours = 'alertname =~ "Turnscope.*"';
const isDown = 'alertname = TurnscopeDown';
const isNotDown = 'alertname != TurnscopeDown';

/** Each with its reason. */
export const inhibitRules: readonly { readonly why: string; readonly rule: InhibitRule }[] = [
  {
    why: 'While something is critical, its warning says nothing new.',
    rule: {
      source_matchers: [ours, 'severity = critical'],
      target_matchers: [ours, 'severity = warning'],
      equal: ['alertname', 'process_type', 'job', 'instance'],
    },
  },
  {
    why: 'Turnscope itself knows no job, so a warning that it tells is held back without one.',
    rule: {
      source_matchers: [ours, 'severity = critical'],
      target_matchers: [ours, 'severity = warning', 'via = turnscope'],
      equal: ['alertname', 'process_type', 'instance'],
    },
  },
  {
    why: 'Nothing is known of agents whose exporter is down; what the rules say of them is of before.',
    rule: {
      source_matchers: [isDown, 'instance != ""'],
      target_matchers: [ours, isNotDown],
      equal: ['job', 'instance'],
    },
  },
  {
    why: 'The same where Prometheus has no exporter at all any more.',
    rule: {
      source_matchers: [isDown, 'instance = ""'],
      target_matchers: [ours, isNotDown],
      equal: ['job'],
    },
  },
  {
    why: 'What Turnscope tells directly (`notify` in turnscope.yaml) is for those without the rules.',
    rule: {
      source_matchers: [ours, 'via = ""'],
      target_matchers: [ours, 'via = turnscope'],
      equal: ['alertname', 'severity', 'process_type', 'instance'],
    },
  },
];

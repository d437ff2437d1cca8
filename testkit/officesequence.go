package testkit

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// element is one that is open while a part is read, and how far its children got.
type element struct {
	name  string
	rule  []schemaStep
	at    int
	count []int
}

// schemaStep is one place in a sequence: the elements of a choice and how often.
type schemaStep struct {
	names       []string
	least, most int // most is 0 for any number
}

// take puts a child at its place.
func (e *element) take(child string) string {
	for i := e.at; i < len(e.rule); i++ {
		step := e.rule[i]
		if !slices.Contains(step.names, child) {
			continue
		}
		e.at = i
		if e.count[i]++; step.most > 0 && e.count[i] > step.most {
			return fmt.Sprintf("%s has more than one %s", e.name, strings.Join(step.names, " or "))
		}
		return ""
	}
	for _, step := range e.rule[:e.at] {
		if slices.Contains(step.names, child) {
			return fmt.Sprintf("in %s, %s stands after %s", e.name, child, e.rule[e.at].names[0])
		}
	}
	return fmt.Sprintf("%s may not have %s", e.name, child)
}

func (e *element) close() string {
	for i, step := range e.rule {
		if e.count[i] < step.least {
			return fmt.Sprintf("%s lacks %s", e.name, strings.Join(step.names, " or "))
		}
	}
	return ""
}

func schemaName(n xml.Name) string {
	if short, ok := officeSpaces[n.Space]; ok {
		return short + ":" + n.Local
	}
	return n.Space + ":" + n.Local
}

// ruleOf returns what an element may have, and whether it is known.
func ruleOf(parent, name string) ([]schemaStep, bool) {
	rules := schemaRules()
	if rule, ok := rules[parent+"/"+name]; ok {
		return rule, true
	}
	rule, ok := rules[name]
	return rule, ok
}

// schemaRules reads officeSchema.
var schemaRules = sync.OnceValue(func() map[string][]schemaStep {
	rules, groups := map[string][]schemaStep{}, map[string]string{}
	for _, line := range strings.Split(officeSchema, "\n") {
		if group, ok := strings.CutPrefix(line, "@"); ok {
			name, words, _ := strings.Cut(group, " ")
			groups[name] = words
			continue
		}
		line = strings.TrimSpace(line)
		if names, ok := strings.CutSuffix(line, ":"); ok {
			for _, name := range strings.Fields(names) {
				rules[name] = nil
			}
			continue
		}
		if name, words, ok := strings.Cut(line, ": "); ok {
			rules[name] = schemaSteps(words, groups)
		}
	}
	return rules
})

func schemaSteps(words string, groups map[string]string) []schemaStep {
	var steps []schemaStep
	for _, word := range strings.Fields(words) {
		names := strings.TrimRight(word, "!+*")
		sign := strings.TrimPrefix(word, names)
		if group, ok := groups[names]; ok && strings.Contains(group, " ") {
			steps = append(steps, schemaSteps(group, groups)...)
			continue
		} else if ok {
			names = group
		}
		step := schemaStep{names: strings.Split(names, "|"), most: 1}
		if sign == "!" || sign == "+" {
			step.least = 1
		}
		if sign == "*" || sign == "+" {
			step.most = 0
		}
		steps = append(steps, step)
	}
	return steps
}

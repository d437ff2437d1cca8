package industry

import (
	"sort"
	"strings"
)

// The kinds of object a monthly report or a target can be about, in the order
// in which a name is sought among them.
const (
	ObjectChain      = "chain"
	ObjectRegion     = "region"
	ObjectEnterprise = "enterprise"
	ObjectDepartment = "department"
)

var objectKinds = []string{ObjectChain, ObjectRegion, ObjectEnterprise, ObjectDepartment}

var objectPrefixes = map[string]string{
	"产业链": ObjectChain, "区域": ObjectRegion, "企业": ObjectEnterprise, "部门": ObjectDepartment,
}

// Directory finds records by code or exact name, as cells refer to them, and
// gives back the name a key is written as.
type Directory struct {
	codes map[string]map[string]string   // noun → code → key
	names map[string]map[string][]string // noun → name → keys
	label map[string]map[string]string   // noun → key → name

	refused map[string]map[string]string // noun → code or name → the row that was to bring it
}

// NewDirectory returns an empty directory.
func NewDirectory() *Directory {
	return &Directory{
		codes: map[string]map[string]string{}, names: map[string]map[string][]string{}, label: map[string]map[string]string{},
		refused: map[string]map[string]string{},
	}
}

// Add makes a record findable, and the units that it names.
func (d *Directory) Add(r Record) {
	g := r.Register
	switch {
	case g.Index("code") < 0:
	case g.Index("name") >= 0:
		d.add(g.Noun, r.Key(), entryNames{code: r.Get("code"), name: r.Get("name")})
	default:
		d.add(g.Noun, r.Key(), entryNames{code: r.Get("code"), name: r.Get("code")})
	}
	switch g {
	case ChainRegister:
		d.addDepartments(r.List("lead_department"))
	case ProjectRegister, TechnologyRegister:
		d.addDepartments(r.List("department"))
	case LeadershipRegister:
		switch r.Get("role") {
		case "链长办", "牵头单位", "责任单位", "成员单位":
			d.addDepartments([]string{r.Get("name")})
		}
	}
}

type entryNames struct{ code, name string }

func (d *Directory) add(noun, key string, e entryNames) {
	if d.codes[noun] == nil {
		d.codes[noun], d.names[noun], d.label[noun] = map[string]string{}, map[string][]string{}, map[string]string{}
	}
	if old, ok := d.label[noun][key]; ok {
		if old == e.name {
			return
		}
		d.names[noun][old] = without(d.names[noun][old], key)
	}
	if noun != SegmentRegister.Noun {
		d.codes[noun][e.code] = key
	}
	d.names[noun][e.name] = append(d.names[noun][e.name], key)
	d.label[noun][key] = e.name
}

func without(keys []string, key string) []string {
	var rest []string
	for _, k := range keys {
		if k != key {
			rest = append(rest, k)
		}
	}
	return rest
}

func (d *Directory) addDepartments(units []string) {
	for _, u := range units {
		d.add(ObjectDepartment, u, entryNames{code: u, name: u})
	}
}

// Find returns the key of the record that text names, by code or exact name.
// For a segment, chain is the row's chain, "" where the row concerns every chain;
// "链:环节" names one of another chain.
// The error is an Invalid sentence without the place.
func (d *Directory) Find(noun, text, chain string) (string, error) {
	if noun == SegmentRegister.Noun {
		return d.findSegment(text, chain)
	}
	if key, ok := d.codes[noun][text]; ok {
		return key, nil
	}
	keys := d.names[noun][text]
	switch len(keys) {
	case 1:
		return keys[0], nil
	case 0:
		return "", d.unknown([]string{noun}, text, "没有编码或名称为“%s”的%s", text, nounLabel(noun))
	}
	return "", Errorf(Invalid, "“%s”同时是%s的名称，请改填编码", text, strings.Join(sorted(keys), "、"))
}

func (d *Directory) findSegment(text, chain string) (string, error) {
	if left, right, ok := cutColon(text); ok {
		other, err := d.Find(ChainRegister.Noun, left, "")
		if err != nil {
			return "", err
		}
		chain, text = other, right
	}
	key := chain + KeySeparator + text
	if _, ok := d.label[SegmentRegister.Noun][key]; ok {
		return key, nil
	}
	var found []string
	for _, k := range d.names[SegmentRegister.Noun][text] {
		if chain == "" || strings.HasPrefix(k, chain+KeySeparator) {
			found = append(found, k)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case chain == "" && len(found) == 0:
		return "", d.unknown(segmentNoun, text, "没有叫“%s”的环节", text)
	case chain == "":
		return "", Errorf(Invalid, "%d 条产业链都有环节“%s”，请写成 产业链:环节", len(found), text)
	case len(found) == 0:
		return "", d.unknown(segmentNoun, text, "产业链“%s”没有环节“%s”", d.Name(ChainRegister.Noun, chain), text)
	}
	return "", Errorf(Invalid, "产业链“%s”有 %d 个环节都叫“%s”，请改填编码", d.Name(ChainRegister.Noun, chain), len(found), text)
}

func cutColon(text string) (string, string, bool) {
	if l, r, ok := strings.Cut(text, ":"); ok {
		return strings.TrimSpace(l), strings.TrimSpace(r), true
	}
	l, r, ok := strings.Cut(text, "：")
	return strings.TrimSpace(l), strings.TrimSpace(r), ok
}

// FindObject returns "kind:key" of what a cell of 对象 names: a credit code, or
// an exact name or code of a chain, region, enterprise or department.
func (d *Directory) FindObject(text string) (string, error) {
	if left, right, ok := cutColon(text); ok {
		if kind := objectPrefixes[left]; kind != "" {
			key, err := d.Find(kind, right, "")
			return kind + ":" + key, err
		}
	}
	if len(text) == 18 {
		if key, ok := d.codes[ObjectEnterprise][text]; ok {
			return ObjectEnterprise + ":" + key, nil
		}
	}
	var found []string
	for _, kind := range objectKinds {
		if key, ok := d.codes[kind][text]; ok {
			found = append(found, kind+":"+key)
			continue
		}
		for _, key := range d.names[kind][text] {
			found = append(found, kind+":"+key)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", d.unknown(objectKinds, text, "没有叫“%s”的产业链、区域、企业或部门", text)
	}
	return "", Errorf(Invalid, "“%s”不止一个：%s，请改填编码，或写成 企业:%s 这样的前缀", text, d.describe(found), text)
}

func (d *Directory) describe(objects []string) string {
	var names []string
	for _, o := range objects {
		kind, key, _ := strings.Cut(o, ":")
		names = append(names, nounLabel(kind)+" "+key)
	}
	return strings.Join(names, "、")
}

// Name returns the name of a key, or the key itself when it is not known.
func (d *Directory) Name(noun, key string) string {
	if name, ok := d.label[noun][key]; ok {
		return name
	}
	return key
}

// Write returns what an export writes for a key: the name, or the code where
// the name is not unique. chain is the row's chain, for segments.
func (d *Directory) Write(noun, key, chain string) string {
	name, ok := d.label[noun][key]
	if !ok {
		return key
	}
	if noun == SegmentRegister.Noun {
		return d.writeSegment(key, chain)
	}
	if len(d.names[noun][name]) > 1 || d.codes[noun][name] != "" && d.codes[noun][name] != key {
		return key
	}
	return name
}

func (d *Directory) writeSegment(key, chain string) string {
	own, code, _ := strings.Cut(key, KeySeparator)
	text := d.label[SegmentRegister.Noun][key]
	if found, err := d.findSegment(text, own); err != nil || found != key || strings.ContainsAny(text, ":：") {
		text = code
	}
	if own == chain {
		return text
	}
	return own + ":" + text
}

// WriteObject returns what an export writes for a "kind:key".
func (d *Directory) WriteObject(object string) string {
	kind, key, _ := strings.Cut(object, ":")
	text := d.Write(kind, key, "")
	if found, err := d.FindObject(text); err == nil && found == object {
		return text
	}
	for prefix, k := range objectPrefixes {
		if k == kind {
			return prefix + ":" + text
		}
	}
	return text
}

func nounLabel(noun string) string {
	if noun == ObjectDepartment {
		return "部门"
	}
	if g := RegisterOf(noun); g != nil {
		return g.Label
	}
	return noun
}

func sorted(keys []string) []string {
	keys = append([]string(nil), keys...)
	sort.Strings(keys)
	return keys
}

package industry

import (
	"cmp"
	"slices"
)

// JudgedProject is a live project that a published rule of project lights gives
// yellow or red (银川, domain S54).
type JudgedProject struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Kind       string `json:"kind"` // 开工, 入库
	Light      Light  `json:"light"`
	Reason     string `json:"reason"`
	Department string `json:"department"`
}

// ProjectJudgement is how 银川's rules of start and entry judge the live projects
// at the end of a day.
type ProjectJudgement struct {
	Rules    []string        `json:"rules"`
	Lights   []JudgedLight   `json:"lights"`
	Projects []JudgedProject `json:"projects"` // yellow and red ones, red first
	Entries  bool            `json:"entries"`  // whether any project tells when it was entered; else entry is not judged
}

// JudgedLight counts the projects a rule gives a light.
type JudgedLight struct {
	Kind   string `json:"kind"`
	Green  int    `json:"green"`
	Yellow int    `json:"yellow"`
	Red    int    `json:"red"`
}

// LightCount is a number of projects with a light.
type LightCount struct {
	Light Light
	Count int
}

// Counts returns the three lights in order, for a page.
func (j JudgedLight) Counts() []LightCount {
	return []LightCount{{Green, j.Green}, {Yellow, j.Yellow}, {Red, j.Red}}
}

// JudgeProjects judges every live project by its start and, where the county
// keeps the days, by its entry in the investment statistics.
func JudgeProjects(projects []Project, at Date) ProjectJudgement {
	j := ProjectJudgement{Rules: []string{StartRule}, Projects: []JudgedProject{}}
	j.Entries = slices.ContainsFunc(projects, func(p Project) bool { return p.EnteredOn.Defined() })
	kinds := []struct {
		name  string
		judge func(Project, Date) (ProjectLight, bool)
	}{{"开工", Project.StartLight}}
	if j.Entries {
		j.Rules = append(j.Rules, EntryRule)
		kinds = append(kinds, kinds[0])
		kinds[1].name, kinds[1].judge = "入库", Project.EntryLight
	}
	for _, kind := range kinds {
		counted := JudgedLight{Kind: kind.name}
		for _, p := range projects {
			light, ok := kind.judge(p, at)
			if !ok {
				continue
			}
			switch light.Light {
			case Green:
				counted.Green++
				continue
			case Yellow:
				counted.Yellow++
			case Red:
				counted.Red++
			default:
				continue
			}
			j.Projects = append(j.Projects, JudgedProject{p.ID, p.Name, kind.name, light.Light, light.Reason, p.Department})
		}
		j.Lights = append(j.Lights, counted)
	}
	slices.SortStableFunc(j.Projects, func(a, b JudgedProject) int {
		return cmp.Or(b.Light.grave()-a.Light.grave(), cmp.Compare(a.ID, b.ID))
	})
	return j
}

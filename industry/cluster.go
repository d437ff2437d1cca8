package industry

import (
	"cmp"
	"slices"
	"strings"
)

// Cluster is one row of 集群清单 as the region map tells it. Clusters may lie
// within each other, so nothing is added up.
type Cluster struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Level       string   `json:"level"`
	Region      string   `json:"region"` // name of the park or township that carries it
	Industry    string   `json:"industry"`
	Enterprises Quantity `json:"enterprises"` // 户
	AboveScale  Quantity `json:"above_scale"` // 户
	Revenue     Quantity `json:"revenue"`     // as registered, 万元
	Suppressed  bool     `json:"suppressed"`
}

// ClustersOf reads the clusters of a chain, the largest by enterprises first.
// Unless open, the revenue of fewer than three enterprises is withheld.
func ClustersOf(records []Record, chain string, regions []Region, open bool) []Cluster {
	names := make(map[string]string, len(regions))
	for _, r := range regions {
		names[r.Code] = r.Name
	}
	clusters := []Cluster{}
	for _, r := range records {
		if chain != AllChains && r.Get("chain") != chain {
			continue
		}
		c := Cluster{
			ID: r.Key(), Name: r.Get("name"), Level: r.Get("level"), Region: names[r.Get("region")], Industry: r.Get("industry"),
			Enterprises: r.Quantity("enterprises"), AboveScale: r.Quantity("above_scale"), Revenue: r.Quantity("revenue"),
		}
		if !open && r.Suppressed("revenue") {
			c.Revenue, c.Suppressed = Quantity{}, true
		}
		clusters = append(clusters, c)
	}
	slices.SortStableFunc(clusters, func(a, b Cluster) int {
		return cmp.Or(cmp.Compare(b.Enterprises.Parts, a.Enterprises.Parts), strings.Compare(a.Name, b.Name))
	})
	return clusters
}

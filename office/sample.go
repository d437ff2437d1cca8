package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Sample is what is shipped with the program: the workbook of a fictional county,
// and its outline where there is one.
type Sample struct {
	Name        string
	Data        []byte
	OutlineName string
	Outline     []byte
}

// LoadSample imports the sample into an empty database through the ordinary
// import; it reports whether it did.
func (o *Office) LoadSample(ctx context.Context) (bool, error) {
	chains, err := o.store.Records(ctx, industry.ChainRegister)
	if err != nil || len(chains) > 0 {
		return false, err
	}
	actor := Actor{Name: sampler, Address: "本机"}
	if _, err = o.ImportFile(ctx, Upload{Name: o.sample.Name, Data: o.sample.Data, Actor: actor}); err != nil || len(o.sample.Outline) == 0 {
		return err == nil, err
	}
	return true, o.SetOutline(ctx, o.sample.OutlineName, o.sample.Outline, actor)
}

// sampler is who brings the sample: the program itself.
const sampler = "系统"

// SampleShown reports whether a shipped sample is among what is kept, so that
// every screen says 示例数据. One that an earlier release brought counts too: its
// file is another, what it tells is as invented.
func (o *Office) SampleShown(ctx context.Context) (bool, error) {
	return o.store.FileApplied(ctx, store.File{SHA256: store.HashFile(o.sample.Data), Name: o.sample.Name, Actor: sampler})
}

package office

import (
	"context"

	"chainboard/industry"
	"chainboard/store"
)

// Sample is the workbook shipped with the program: a fictional county.
type Sample struct {
	Name string
	Data []byte
}

// LoadSample imports the sample into an empty database through the ordinary
// import; it reports whether it did.
func (o *Office) LoadSample(ctx context.Context) (bool, error) {
	chains, err := o.store.Records(ctx, industry.ChainRegister)
	if err != nil || len(chains) > 0 {
		return false, err
	}
	_, err = o.ImportFile(ctx, Upload{
		Name: o.sample.Name, Data: o.sample.Data, Actor: Actor{Name: "系统", Address: "本机"},
	})
	return err == nil, err
}

// SampleShown reports whether the shipped sample is among what is kept, so that
// every screen says 示例数据.
func (o *Office) SampleShown(ctx context.Context) (bool, error) {
	return o.store.FileApplied(ctx, store.HashFile(o.sample.Data))
}

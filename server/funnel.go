package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"chainboard/industry"
)

// serve is the funnel every request goes through: who asks, may they, the
// handler, and what becomes of its error or panic.
func (s *server) serve(rt route) gin.HandlerFunc {
	return func(g *gin.Context) {
		start := time.Now()
		c := &request{Context: g, s: s, route: rt}
		if err := s.answer(c); err != nil {
			s.fail(c, err)
		}
		if !s.log.Enabled(c.ctx(), slog.LevelDebug) {
			return
		}
		// The path only: a query may hold a key.
		s.log.Debug("request", "request", c.id(), "method", g.Request.Method, "path", g.Request.URL.Path,
			"status", g.Writer.Status(), "took", time.Since(start))
	}
}

func (s *server) answer(c *request) (err error) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	if err := s.limitBody(c); err != nil {
		return err
	}
	if err := checkAddress(c.Request.URL); err != nil {
		return err
	}
	if err := s.admit(c); err != nil {
		return err
	}
	if c.Writer.Written() { // a screen's key was exchanged for its cookie
		return nil
	}
	return c.route.handle(c)
}

// limitBody bounds what is read of a request.
func (s *server) limitBody(c *request) error {
	limit := c.route.body
	if limit == 0 {
		limit = smallBody
	}
	if c.Request.Body == nil || c.Request.Body == http.NoBody {
		return nil
	}
	if c.Request.ContentLength > limit {
		return &http.MaxBytesError{Limit: limit}
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, limit)
	return nil
}

// checkAddress refuses parameters that cannot be parsed, which would be dropped
// and another question answered, and what is no text: PostgreSQL takes no NUL
// and no broken UTF-8.
func checkAddress(address *url.URL) error {
	if !isText(address.Path) {
		return notFound(nil)
	}
	if address.RawQuery == "" {
		return nil
	}
	query, err := url.ParseQuery(address.RawQuery)
	for name, values := range query {
		if !isText(name) || slices.ContainsFunc(values, func(v string) bool { return !isText(v) }) {
			err = errors.New("no text")
		}
	}
	if err != nil {
		return industry.Errorf(industry.Invalid, "地址中的参数写法有误，请检查 %% 和分号等符号")
	}
	return nil
}

func isText(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

// asText drops from a typed value what isText refuses.
func asText(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
}

func notFound(*request) error {
	return industry.Errorf(industry.NotFound, "没有这个页面或接口，请检查地址是否完整")
}

// wallRetry is after how many seconds a wall that got no scene asks again.
const wallRetry = 60

// fail tells an error: an *industry.Error in its own words, any other by the
// number under which the log has it.
func (s *server) fail(c *request, err error) {
	e := s.explain(c, err)
	switch {
	case errors.Is(err, context.Canceled) && c.ctx().Err() != nil:
		return // whoever asked has gone
	case c.Writer.Written():
		return // half an answer is out: the log has the rest
	}
	status := statusOf(e.Kind)
	switch {
	case (errors.Is(err, errScreenClosed) || c.via == byScreen) && !c.wantsJSON():
		title := titleOf(e.Kind)
		if errors.Is(err, errScreenClosed) {
			title = "大屏链接已失效"
		}
		c.Header("Refresh", strconv.Itoa(wallRetry)) // nobody stands there to try again
		err = c.html(status, "notice", &noticePage{Page: Page{Title: title, unadorned: true}, Message: e.Message})
	case errors.Is(err, errMustChange) && !c.wantsJSON():
		err = c.seeOther("/account/password")
	case c.wantsJSON():
		if e.Kind == industry.Unauthenticated {
			c.Header("WWW-Authenticate", "Bearer")
		}
		err = c.json(status, errorBody{errorOf(e, c.id())})
	case e.Kind == industry.Unauthenticated && c.GetHeader("Authorization") == "":
		err = c.seeOther(signInAddress(c.Request))
	default:
		err = c.html(status, "error", &errorPage{
			Page: Page{Title: titleOf(e.Kind), unadorned: true}, Message: e.Message, Status: status, RequestID: c.id(),
		})
	}
	if err != nil {
		s.log.Error("error page", "request", c.id(), "error", err)
		c.String(status, "%s\n", e.Message)
	}
}

// explain returns the error as a person may read it, and logs what it hides.
func (s *server) explain(c *request, err error) *industry.Error {
	var told *industry.Error
	if errors.As(err, &told) && told.Kind != industry.Internal {
		return told
	}
	switch {
	case errors.Is(err, errScreenClosed):
		return industry.Errorf(industry.Forbidden, "这个大屏链接不存在、已到期或已撤销。请系统管理员在“大屏链接”中重新生成，再在本机打开新链接")
	case errors.Is(err, errMustChange):
		return industry.Errorf(industry.Forbidden, "当前密码是临时密码，请先登录网页修改密码")
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return industry.Errorf(industry.TooLarge, "内容过大，最多 %d MB，请拆分后再提交", min(tooLarge.Limit, maxUpload)>>20)
	}
	s.log.Error("request failed", "request", c.id(), "method", c.Request.Method, "path", c.Request.URL.Path, "error", err)
	return industry.Errorf(industry.Internal, "%s", internalMessage(c.id()))
}

func internalMessage(id string) string {
	return "服务出错，未完成本次操作。请稍后重试；仍不行时请把编号 " + id + " 告诉系统管理员"
}

func statusOf(kind industry.Kind) int {
	switch kind {
	case industry.Invalid:
		return http.StatusBadRequest
	case industry.NotFound:
		return http.StatusNotFound
	case industry.Conflict:
		return http.StatusConflict
	case industry.Forbidden:
		return http.StatusForbidden
	case industry.Unauthenticated:
		return http.StatusUnauthorized
	case industry.TooLarge:
		return http.StatusRequestEntityTooLarge
	case industry.Unsupported:
		return http.StatusUnsupportedMediaType
	case industry.RateLimited:
		return http.StatusTooManyRequests
	}
	return http.StatusInternalServerError
}

func titleOf(kind industry.Kind) string {
	switch kind {
	case industry.Invalid:
		return "填写有误"
	case industry.NotFound:
		return "没有找到"
	case industry.Conflict:
		return "操作有冲突"
	case industry.Forbidden:
		return "没有权限"
	case industry.Unauthenticated:
		return "需要登录"
	case industry.TooLarge:
		return "内容过大"
	case industry.Unsupported:
		return "格式不支持"
	case industry.RateLimited:
		return "操作过于频繁"
	}
	return "服务出错"
}

type errorPage struct {
	Page
	Message   string
	Status    int
	RequestID string
}

// noticePage is a page that only says something.
type noticePage struct {
	Page
	Message string
}

// errorBody is the JSON of an error (interfaces, JSON).
type errorBody struct {
	Error apiError `json:"error"`
}

type apiError struct {
	Kind      industry.Kind     `json:"kind"`
	Message   string            `json:"message"`
	Fields    map[string]string `json:"fields"`
	RequestID string            `json:"request_id"`
}

func errorOf(e *industry.Error, id string) apiError {
	return apiError{Kind: e.Kind, Message: e.Message, Fields: e.Fields, RequestID: id}
}

// signInAddress returns the sign-in page that leads back to what was asked for.
func signInAddress(r *http.Request) string {
	if r.Method != http.MethodGet || r.URL.Path == "/" {
		return "/login"
	}
	return "/login?next=" + url.QueryEscape(r.URL.RequestURI())
}

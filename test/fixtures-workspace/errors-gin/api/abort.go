package api

import "github.com/gin-gonic/gin"

const teapot = 418
//             ^^^ 418 named

func failed(c *gin.Context, code int, err error) bool {
	if err != nil {
		c.AbortWithError(code, err)
	}
	return err != nil
}

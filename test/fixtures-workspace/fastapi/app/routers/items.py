from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/{item_id}")
async def show(item_id: int):
    item = await store.find_one(item_id)
    if item is None:
        raise HTTPException(400, "No such item")
        #                   ^^^ 400 sent fastapi GET /items/{item_id} ! not-found-is-404
    if not await has_permission("read", item.team):
        raise HTTPException(401, "Not your team")
        #                   ^^^ 401 sent fastapi GET /items/{item_id} ! forbidden-for-authenticated
    return item
